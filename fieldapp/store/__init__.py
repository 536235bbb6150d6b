"""The one keeper of this laptop's data."""

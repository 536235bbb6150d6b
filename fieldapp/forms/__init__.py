"""An XLSForm becomes a live form."""

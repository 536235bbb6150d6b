"""What words mean in social work."""

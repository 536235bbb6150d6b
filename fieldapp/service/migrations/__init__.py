"""How the service's tables came to be: small named steps, each with its way back."""

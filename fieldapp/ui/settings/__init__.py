"""Settings: text size, contrast, language, movement, passphrase and PIN (interface section 4.15)."""

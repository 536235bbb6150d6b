"""`python -m fieldapp.service`, the same as `fieldapp-service`."""

from fieldapp.service.cli import main

if __name__ == "__main__":
    main()

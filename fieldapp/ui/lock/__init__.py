"""Lock: when, and how one process takes the place of another (the store's design, "Locking replaces the process")."""

"""First enrolment: once, online, about four minutes (interface design 4.1)."""

"""What somebody who owns the database does to it, past every right and trigger."""

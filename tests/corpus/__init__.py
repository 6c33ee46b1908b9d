"""Files as desks get them, bad in ways that desks met, with what must become of each."""

"""What tells people apart beside a name: days of birth, document numbers, countries, sex; as given and as read."""

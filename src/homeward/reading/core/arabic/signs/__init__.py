"""The Arabic words that are signs of a commitment, as tables. `modality` says in which order they count."""

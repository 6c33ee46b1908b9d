"""The Russian words that are signs of a commitment, as tables, with е for ё. `modality` says in which order they count."""

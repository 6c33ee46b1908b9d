"""The room of talks: what blocks whom, and what is said to stand in the way of it."""

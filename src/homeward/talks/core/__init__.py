"""Rules and arithmetic of talks: values in, values out."""

"""Every read of hostilities, as far as the actor may see."""

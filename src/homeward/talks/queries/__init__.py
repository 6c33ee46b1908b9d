"""Every read about talks; all of it is worked out for who asks, from the statements they may see."""

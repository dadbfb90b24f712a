"""The repository of a territory around its directory/: how it begins, which program it names, how it takes a later one."""

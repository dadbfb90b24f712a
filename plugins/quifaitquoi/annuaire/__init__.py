"""Read: the files of a directory become typed values, checked, then as readers look at them.

    read/  a file → a tree of text with positions        model/  text → typed values, the vocabulary of the field
    check/ a folder → every problem, and the Directory   enrich/ a Directory and a day → the Territoire
"""

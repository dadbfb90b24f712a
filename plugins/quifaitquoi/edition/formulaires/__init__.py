"""Contributing without YAML: what people answer, in a form or in the terminal, becomes a fiche or a change of one.

    formulaire.lire(corps)            the text of a submitted form → its answers, by field
    comprendre.*                      what people write → what YAML says; raises Incompris with a sentence
    proposition.proposer(...)         answers → one file as it should be
    essai.poser(...)                  puts it there, unless the check finds an error in it
"""

"""Contributing without YAML: what people answer, in a form or in the terminal, becomes a fiche or a change of one.

    formulaire.lire(corps)            the text of a submitted form → its answers, by question
    lecture.Lecture(...)              each answer → what it says of a fiche, by the readers of reponses/comprendre.py; what cannot
                                      be read is kept aside, with what to write
    proposition.proposer(...)         answers → one file as it should be
    pose.poser(...)                   puts it there, unless the check finds an error in it
"""

"""A copy of a built site in few files, for a stick: `liens.py` says where its links lead, `copie.py` what it is made of."""

"""« Ce que nous ne demandons jamais »: what the directory keeps of nobody, and what secrecy means."""

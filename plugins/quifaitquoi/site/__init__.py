"""The website: languages, frames and assets put together; `adapter` hands it all to MkDocs."""

"""Sends the calls of the unmodified Python package `ensembledata` to a server of your own.

    ENSEMBLEDATA_BASE_URL=http://127.0.0.1:3000/apis PYTHONPATH=/path/to/this/folder python app.py

Python loads a module of this name at its start. Nothing happens before the package is imported, and nothing
at all without the variable. Where there is a sitecustomize.py of yours already, import this one there.
"""

import importlib.abc
import importlib.util
import os
import sys

MODULE = "ensembledata.api._requester"


class _Finder(importlib.abc.MetaPathFinder):
    """Finds that one module as everybody else does, and sets its address once it has run."""

    def __init__(self, base_url):
        self._base_url = base_url

    def find_spec(self, fullname, path=None, target=None):
        if fullname != MODULE:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None:
            self._set_address_after(spec.loader)
        return spec

    def _set_address_after(self, loader):
        run = loader.exec_module

        def exec_module(module):
            del loader.exec_module
            run(module)
            if not hasattr(module, "BASE_URL"):
                raise ImportError(f"{MODULE} has no BASE_URL: this version is not known to {__file__}")
            module.BASE_URL = self._base_url

        loader.exec_module = exec_module


_given = os.environ.get("ENSEMBLEDATA_BASE_URL", "").rstrip("/")
if _given:
    if not _given.startswith(("http://", "https://")):
        raise ValueError(f"ENSEMBLEDATA_BASE_URL must be http(s)://HOST:PORT/apis, not {_given}")
    sys.meta_path.insert(0, _Finder(_given))

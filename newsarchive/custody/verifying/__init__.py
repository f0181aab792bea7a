"""Is everything still what it was? The database, every response, every picture, the chain of manifests."""

from newsarchive.custody.verifying.checking import verify
from newsarchive.custody.verifying.findings import PARTS, Finding, Report

__all__ = ["PARTS", "Finding", "Report", "verify"]

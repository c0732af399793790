"""Many pages: one after the other or in worker processes, each page's fault its own."""

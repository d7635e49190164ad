"""Private side: one check a file → findings. A check reads; the gate decides."""

"""A record's way into the archive: one stage a module, in running order.

``validate`` refuses what is no record, ``archive`` stores the rest. ``newsarchive.settings`` names them.
"""

"""A record's way into the archive: one stage a module, in running order.

``validate`` refuses what is no record, ``images`` keeps pictures, ``archive`` stores records. ``newsarchive.settings``
names them.
"""

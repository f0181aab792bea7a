-- What holds on a day, and what is held on it: answered by the index alone, however many years lie before it.

DROP INDEX notice_windows_starts;
CREATE INDEX notice_windows_span ON notice_windows(starts, ends, notice);
CREATE INDEX ceremonies_at ON ceremonies(at, obituary);

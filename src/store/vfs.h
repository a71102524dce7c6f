/*
 * What SQLite may do to the disk: the file we opened and its journal, no
 * other.
 *
 * A journal that somebody crafted can name another file for SQLite to delete;
 * here that ends in a refusal.  All else goes straight to the system's own
 * ways, at no cost for a read or a write.
 */
#ifndef STORE_VFS_H
#define STORE_VFS_H

/* The name to open with.  It is made known to SQLite by the first call. */
const char *vfs_name(void);

/* A file that may be opened, by its absolute path, until it is forbidden as
 * often as it was allowed. */
void vfs_allow(const char *path);
void vfs_forbid(const char *path);

#endif

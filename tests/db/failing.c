/* A disk that fails at the n-th write: loaded before the C library, armed from Python.
 *
 * Counts what changes files of one folder (write, truncation, fsync, creation, rename, unlink), and
 * from the n-th on, for as many as asked, answers with an error, as a full or failing disk does.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define NAMES 8192
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char folder[4096];
static char names[NAMES][64];
static long seen, first, last;
static int answer;

void failing_arm(const char *where, long from, long many, int code)
{
    strncpy(folder, where, sizeof folder - 1);
    seen = 0;
    first = from;
    last = from + many - 1;
    answer = code;
}

long failing_seen(void) { return seen; }

/* The end of the name of the file that the n-th write went to, counted from 1. */
const char *failing_name(long n) { return n > 0 && n <= seen && n <= NAMES ? names[n - 1] : ""; }

static int fails(const char *path)
{
    size_t length = strlen(path);
    if (!folder[0] || strncmp(path, folder, strlen(folder)))
        return 0;
    if (seen < NAMES)
        strncpy(names[seen], path + (length > 63 ? length - 63 : 0), 63);
    seen++;
    if (!answer || seen < first || seen > last)
        return 0;
    errno = answer;
    return 1;
}

static int fails_at(int fd)
{
    char link[64], path[4096];
    ssize_t length;
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(path);
}

/* A file that is there is opened on a full disk all the same. */
static int fails_to_make(const char *path, int flags) { return (flags & O_CREAT) && access(path, F_OK) && fails(path); }

ssize_t write(int fd, const void *data, size_t size) { return fails_at(fd) ? -1 : REAL(write)(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return fails_at(fd) ? -1 : REAL(pwrite)(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return fails_at(fd) ? -1 : REAL(pwrite64)(fd, data, size, at); }
ssize_t sendfile(int to, int from, off_t *at, size_t size) { return fails_at(to) ? -1 : REAL(sendfile)(to, from, at, size); }
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) { return fails_at(to) ? -1 : REAL(sendfile64)(to, from, at, size); }
int ftruncate(int fd, off_t size) { return fails_at(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails_at(fd) ? -1 : REAL(ftruncate64)(fd, size); }
int fsync(int fd) { return fails_at(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails_at(fd) ? -1 : REAL(fdatasync)(fd); }
int mkdir(const char *path, mode_t mode) { return access(path, F_OK) && fails(path) ? -1 : REAL(mkdir)(path, mode); }
int rename(const char *from, const char *to) { return fails(from) ? -1 : REAL(rename)(from, to); }
/* A full disk takes names away all the same. */
int unlink(const char *path) { return answer != ENOSPC && fails(path) ? -1 : REAL(unlink)(path); }

#define OPENING(name)                                                                              \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list rest;                                                                              \
        mode_t mode;                                                                               \
        va_start(rest, flags);                                                                     \
        mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                           \
        va_end(rest);                                                                              \
        return fails_to_make(path, flags) ? -1 : REAL(name)(path, flags, mode);                    \
    }

OPENING(open)
OPENING(open64)

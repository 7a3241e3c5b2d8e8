/* A disk that fails at the n-th write: loaded before the C library, armed from Python.
 *
 * Counts what changes files of one folder (write, pwrite, ftruncate, fsync, rename, unlink), and from
 * the n-th on, for as many as asked, answers with an error, as a full or failing disk does.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
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

static int fails(const char *path)
{
    if (!folder[0] || strncmp(path, folder, strlen(folder)))
        return 0;
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

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) { return fails_at(fd) ? -1 : REAL(write)(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return fails_at(fd) ? -1 : REAL(pwrite)(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return fails_at(fd) ? -1 : REAL(pwrite64)(fd, data, size, at); }
int ftruncate(int fd, off_t size) { return fails_at(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails_at(fd) ? -1 : REAL(ftruncate64)(fd, size); }
int fsync(int fd) { return fails_at(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails_at(fd) ? -1 : REAL(fdatasync)(fd); }
int rename(const char *from, const char *to) { return fails(from) ? -1 : REAL(rename)(from, to); }
/* A full disk takes names away all the same. */
int unlink(const char *path) { return answer != ENOSPC && fails(path) ? -1 : REAL(unlink)(path); }

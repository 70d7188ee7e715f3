/* Loaded before a process's own libraries: writes down what it does to the files below RECORDED_FOLDER, in order, and
   what it says on its standard output, into RECORD. power_cut.py reads it.

   One entry: operation (1 byte), descriptor (4), offset or length (8), bytes that follow (4), the bytes. Of an opening the
   second number is 1 where the file is emptied, and 2 where it is a folder.

   fail_after() has the system refuse: after so many openings, writes and syncs of such files, so many of them fail with
   an error. faults.py calls it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 65536
#define NEXT(name) (real_##name ? real_##name : (real_##name = dlsym(RTLD_NEXT, #name)))

static unsigned char watched[MOST];
static int record = -1;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_open)(const char *, int, ...);

static void note(char operation, int fd, int64_t where, const void *bytes, uint32_t size) {
    char head[17];
    int32_t number = fd;
    if (record < 0) {
        const char *path = getenv("RECORD");
        if (!path) return;
        record = NEXT(open)(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    }
    head[0] = operation;
    memcpy(head + 1, &number, 4);
    memcpy(head + 5, &where, 8);
    memcpy(head + 13, &size, 4);
    NEXT(write)(record, head, sizeof head);
    if (size) NEXT(write)(record, bytes, size);
}

static int is_below(const char *path) {
    const char *folder = getenv("RECORDED_FOLDER");
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static int ours(int fd) { return fd >= 0 && fd < MOST && watched[fd]; }

static int left = -1, failures = 0, failure = 0;

int fail_after(int calls, int error, int times) {
    int over = failures;
    left = calls;
    failure = error;
    failures = times;
    return over;
}

static int fails(int is_ours) {
    if (!is_ours || left < 0) return 0;
    if (left > 0) {
        left--;
        return 0;
    }
    if (!failures) return 0;
    failures--;
    errno = failure;
    return 1;
}

static int opened(int fd, const char *path, int flags) {
    struct stat found;
    if (fd < 0 || fd >= MOST) return fd;
    watched[fd] = is_below(path);
    if (watched[fd]) {
        int is_folder = !fstat(fd, &found) && S_ISDIR(found.st_mode);
        note('o', fd, is_folder ? 2 : (flags & O_TRUNC) != 0, path, strlen(path));
    }
    return fd;
}

#define OPEN(name)                                                                                                     \
    static int (*real_##name##_)(const char *, int, ...);                                                              \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;                                                          \
        va_end(rest);                                                                                                  \
        if (!real_##name##_) real_##name##_ = dlsym(RTLD_NEXT, #name);                                                 \
        pthread_mutex_lock(&order);                                                                                    \
        int refused = fails(is_below(path));                                                                           \
        int fd = refused ? -1 : opened(real_##name##_(path, flags, mode), path, flags);                                \
        pthread_mutex_unlock(&order);                                                                                  \
        return fd;                                                                                                     \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
    static int (*real_##name)(int, const char *, int, ...);                                                            \
    int name(int at, const char *path, int flags, ...) {                                                               \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;                                                          \
        va_end(rest);                                                                                                  \
        pthread_mutex_lock(&order);                                                                                    \
        int fd = opened(NEXT(name)(at, path, flags, mode), path, flags);                                               \
        pthread_mutex_unlock(&order);                                                                                  \
        return fd;                                                                                                     \
    }
OPENAT(openat)
OPENAT(openat64)

static int (*real_close)(int);
int close(int fd) {
    pthread_mutex_lock(&order);
    if (ours(fd)) note('c', fd, 0, 0, 0);
    if (fd >= 0 && fd < MOST) watched[fd] = 0;
    int result = NEXT(close)(fd);
    pthread_mutex_unlock(&order);
    return result;
}

ssize_t write(int fd, const void *bytes, size_t size) {
    pthread_mutex_lock(&order);
    off_t at = ours(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = fails(ours(fd)) ? -1 : NEXT(write)(fd, bytes, size);
    if (done > 0 && ours(fd)) note('w', fd, at, bytes, done);
    if (done > 0 && fd == 1) note('a', fd, 0, bytes, done);
    pthread_mutex_unlock(&order);
    return done;
}

#define PWRITE(name, offset)                                                                                           \
    static ssize_t (*real_##name)(int, const void *, size_t, offset);                                                  \
    ssize_t name(int fd, const void *bytes, size_t size, offset at) {                                                  \
        pthread_mutex_lock(&order);                                                                                    \
        ssize_t done = fails(ours(fd)) ? -1 : NEXT(name)(fd, bytes, size, at);                                         \
        if (done > 0 && ours(fd)) note('w', fd, at, bytes, done);                                                      \
        pthread_mutex_unlock(&order);                                                                                  \
        return done;                                                                                                   \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* What the system sends from file to file would pass by unseen: refused, and so written. */
#define SENDFILE(name, offset)                                                                                         \
    static ssize_t (*real_##name)(int, int, offset *, size_t);                                                         \
    ssize_t name(int to, int from, offset *at, size_t size) {                                                          \
        if (!ours(to)) return NEXT(name)(to, from, at, size);                                                          \
        errno = ENOTSOCK;                                                                                              \
        return -1;                                                                                                     \
    }
SENDFILE(sendfile, off_t)
SENDFILE(sendfile64, off64_t)

#define TRUNCATE(name, offset)                                                                                         \
    static int (*real_##name)(int, offset);                                                                            \
    int name(int fd, offset length) {                                                                                  \
        pthread_mutex_lock(&order);                                                                                    \
        int result = fails(ours(fd)) ? -1 : NEXT(name)(fd, length);                                                    \
        if (!result && ours(fd)) note('t', fd, length, 0, 0);                                                          \
        pthread_mutex_unlock(&order);                                                                                  \
        return result;                                                                                                 \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                                                     \
    static int (*real_##name)(int);                                                                                    \
    int name(int fd) {                                                                                                 \
        pthread_mutex_lock(&order);                                                                                    \
        int result = fails(ours(fd)) ? -1 : NEXT(name)(fd);                                                            \
        if (!result && ours(fd)) note('s', fd, 0, 0, 0);                                                               \
        pthread_mutex_unlock(&order);                                                                                  \
        return result;                                                                                                 \
    }
SYNC(fsync)
SYNC(fdatasync)

static int (*real_unlink)(const char *);
int unlink(const char *path) {
    pthread_mutex_lock(&order);
    int result = NEXT(unlink)(path);
    if (!result && is_below(path)) note('u', -1, 0, path, strlen(path));
    pthread_mutex_unlock(&order);
    return result;
}

static int (*real_rename)(const char *, const char *);
int rename(const char *from, const char *to) {
    char both[2 * PATH_MAX];
    pthread_mutex_lock(&order);
    int result = NEXT(rename)(from, to);
    if (!result && is_below(from)) {
        size_t first = strlen(from) + 1, second = strlen(to);
        memcpy(both, from, first);
        memcpy(both + first, to, second);
        note('r', -1, 0, both, first + second);
    }
    pthread_mutex_unlock(&order);
    return result;
}

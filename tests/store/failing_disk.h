// A disk under SQLite that fails when it is told to: the n-th write, sync or truncation from now on, once or for good.
#pragma once

#include "store/soci.h"

namespace openimr::store {

using namespace sqlite_api;  // where SOCI puts what SQLite declares

class FailingDisk {
 public:
  enum class Call { write, sync, truncate };

  // Takes the place of the disk of every connection that is opened from now on.
  FailingDisk() {
    real() = sqlite3_vfs_find(nullptr);
    vfs_ = *real();
    vfs_.zName = "failing";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real()->szOsFile;
    vfs_.xOpen = &open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FailingDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real(), 1);
  }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // The n-th call (from 1) fails with SQLITE_FULL or an SQLITE_IOERR; with `for_good` all after it too.
  void fail_at(Call call, int n, int result, bool for_good) { state() = {call, n, result, for_good, false}; }
  void mend() { state() = {}; }
  // Whether a call has failed since fail_at().
  bool failed() const { return state().failed; }

 private:
  struct State {
    Call call = Call::write;
    int left = 0;  // 0: nothing fails
    int result = SQLITE_OK;
    bool for_good = false;
    bool failed = false;
  };
  struct File {
    sqlite3_file base;
    sqlite3_file* real;
  };

  static State& state() {
    static State now;
    return now;
  }
  static sqlite3_vfs*& real() {
    static sqlite3_vfs* disk = nullptr;
    return disk;
  }
  static int judge(Call call) {
    State& now = state();
    if (now.left <= 0 || now.call != call) return SQLITE_OK;
    if (now.left > 1) {
      --now.left;
      return SQLITE_OK;
    }
    now.failed = true;
    if (!now.for_good) now.left = 0;
    return now.result;
  }
  static sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* mine = reinterpret_cast<File*>(file);
    mine->base.pMethods = nullptr;
    mine->real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
    const int result = real()->xOpen(real(), name, mine->real, flags, out);
    if (mine->real->pMethods != nullptr) mine->base.pMethods = &methods();
    return result;
  }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods all = {
        2,
        [](sqlite3_file* f) { return below(f)->pMethods->xClose(below(f)); },
        [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
          return below(f)->pMethods->xRead(below(f), to, size, at);
        },
        [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
          const int bad = judge(Call::write);
          return bad != SQLITE_OK ? bad : below(f)->pMethods->xWrite(below(f), from, size, at);
        },
        [](sqlite3_file* f, sqlite3_int64 size) {
          const int bad = judge(Call::truncate);
          return bad != SQLITE_OK ? bad : below(f)->pMethods->xTruncate(below(f), size);
        },
        [](sqlite3_file* f, int flags) {
          const int bad = judge(Call::sync);
          return bad != SQLITE_OK ? bad : below(f)->pMethods->xSync(below(f), flags);
        },
        [](sqlite3_file* f, sqlite3_int64* size) { return below(f)->pMethods->xFileSize(below(f), size); },
        [](sqlite3_file* f, int lock) { return below(f)->pMethods->xLock(below(f), lock); },
        [](sqlite3_file* f, int lock) { return below(f)->pMethods->xUnlock(below(f), lock); },
        [](sqlite3_file* f, int* out) { return below(f)->pMethods->xCheckReservedLock(below(f), out); },
        [](sqlite3_file* f, int op, void* with) { return below(f)->pMethods->xFileControl(below(f), op, with); },
        [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); },
        [](sqlite3_file* f) { return below(f)->pMethods->xDeviceCharacteristics(below(f)); },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
          return below(f)->pMethods->xShmMap(below(f), page, size, extend, out);
        },
        [](sqlite3_file* f, int at, int n, int flags) { return below(f)->pMethods->xShmLock(below(f), at, n, flags); },
        [](sqlite3_file* f) { below(f)->pMethods->xShmBarrier(below(f)); },
        [](sqlite3_file* f, int remove) { return below(f)->pMethods->xShmUnmap(below(f), remove); },
        nullptr,
        nullptr,
    };
    return all;
  }

  sqlite3_vfs vfs_{};
};

}  // namespace openimr::store

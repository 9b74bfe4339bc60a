// What the reader gives up before it takes a foreign byte.
#pragma once

#include <chrono>
#include <cstdint>

namespace openimr::reader {

// Gives up, for good: more memory than `memory` bytes of address space (not under sanitizers), opening and writing
// files, other descriptors than the standard three, core dumps, being traced, new rights by exec, and every call to the
// kernel that reading a document does not need: most fail with EPERM; what only an attacker asks for (a program, a
// process, a socket) ends the process. False where the kernel does not let it; nothing foreign may be read then.
bool lock_down(std::uint64_t memory);

// Ends the process with records::kExitOutOfMemory, where memory is asked for in vain, by whatever part.
void end_when_out_of_memory();

// Ends the process once it has worked for this long and a little more from now on; the parent keeps the limit on time,
// and this is for a child whose parent is gone. Zero takes the limit away.
void limit_work(std::chrono::milliseconds time);

// Closes all descriptors but the standard three.
void close_others();

}  // namespace openimr::reader

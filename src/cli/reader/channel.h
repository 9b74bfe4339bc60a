// The reader's end of the socket: requests in, frames out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "records/reader_frames.h"

namespace openimr::reader {

// Takes up to `size` bytes from standard input; fewer only where it ends before.
std::size_t receive(char* to, std::size_t size);

// Sends a frame, or one that is whole already: together with others, at the latest with the end or an error, or by
// flush(). Where nobody listens any more the process ends.
void send(records::FrameKind kind, std::string_view bytes = {});
void send_whole(std::string_view frame);
void flush();
// A picture and its points.
void send_raster(const records::Raster& raster, std::string_view points);
// The end of an answer: an error, or that all was sent.
void send_end(const std::optional<records::ErrorFrame>& error);

}  // namespace openimr::reader

// The types of Asio as the server uses them: every connection runs on the one thread of its io_context. Only for the
// sources of server/http.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace openimr::server {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Failure = boost::system::error_code;

template <class T = void>
using Task = asio::awaitable<T, Executor>;

// Waits for an operation and gives its error code (and result) as a tuple.
inline constexpr auto kTuple = asio::as_tuple(asio::use_awaitable_t<Executor>());

}  // namespace openimr::server

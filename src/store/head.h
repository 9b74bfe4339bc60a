// The head of a store on a day: what it held, signed, in a file that goes to somebody else. Whoever keeps the file can
// say later whether anything of that was altered, removed or put in another order, whatever the operator of the store
// did in between, and with whatever rights.
//
// The root is BLAKE2b of: text "openimr head 1", text day, number of streams, then of each stream, sorted, text name,
// number version, hash of its last event; number of documents, then the id of each, sorted (in the form of Hasher). The
// signature is over the root.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "store/signing.h"
#include "store/store.h"

namespace openimr::store {

struct Head {
  Date day;
  std::vector<StreamHead> streams;    // sorted
  std::vector<DocumentId> documents;  // sorted
  PublicKey signer;
  Signature signature;

  std::int64_t events() const;
  Hash root() const;
};

// Looks through the whole store and signs its head. Fails with invalid where anything in it is wrong (verify() tells
// all): what is damaged is not signed.
Result<Head> sign_head(Store& store, Date day, const SigningKey& key);

// A head as a file: JSON, sorted, a stream a line.
std::string write_head(const Head& head);
// Reads it and checks that the root and the signature are those of its content. Fails with invalid, with the line.
Result<Head> read_head(std::string_view text, const std::string& name);

}  // namespace openimr::store

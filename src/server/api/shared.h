// What all requests to the API share.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "cases/notice_facts.h"
#include "office/engine.h"
#include "server/accounts/password.h"
#include "server/accounts/reads.h"
#include "server/accounts/sessions.h"
#include "server/accounts/sign_in.h"
#include "server/accounts/tries.h"
#include "server/api/case_cache.h"
#include "server/api/description.h"
#include "server/api/document_cache.h"
#include "server/api/office_pool.h"
#include "server/api/published_letters.h"
#include "server/api/read_records.h"
#include "server/api/uploads.h"
#include "server/sign_in/openid.h"

namespace openimr::server {

struct Shared {
  // The data folder, beside the store, is for what is no event and no document of it: uploads on their way in, and what
  // was read of records. The latter only where documents are kept in the clear anyway.
  Shared(std::shared_ptr<const office::Law> law, office::Engine words, const office::StorePlace& place, Description api,
         const std::filesystem::path& data_folder)
      : offices(std::move(law), place),
        engine(std::move(words)),
        description(std::move(api)),
        records(place.keys.empty() ? ReadRecordsOptions{data_folder / "read", data_folder / "read.key"}
                                   : ReadRecordsOptions{}),
        uploads(data_folder / "uploads") {}

  OfficePool offices;
  office::Engine engine;
  Description description;
  CaseCache cases;
  ReadRecords records;
  DocumentCache documents{};
  PublishedLetters published{};
  Uploads uploads;
  std::mutex receiving{};  // records get their names one after another

  SessionCache sessions{};
  SessionLimits session_limits{};
  ReadsWritten reads{};
  Tries tries{};
  PasswordCost password_cost{};
  SecondFactor second_factor = SecondFactor::asked;
  std::unique_ptr<OpenId> openid{};  // none: sign-in by OpenID Connect is not offered
  std::string public_url{};          // how browsers reach the server: "https://imr.example"; empty: as they say

  cases::Organisation organisation{};             // as papers name it
  std::function<Instant()> clock;                 // what time it is
  std::function<program::Moment(Instant)> local;  // by the clock of the programme's place
};

}  // namespace openimr::server

// What all requests to the API share.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cases/notice_facts.h"
#include "office/engine.h"
#include "server/accounts/password.h"
#include "server/accounts/reads.h"
#include "server/accounts/sessions.h"
#include "server/accounts/tries.h"
#include "server/api/case_cache.h"
#include "server/api/description.h"
#include "server/api/office_pool.h"
#include "server/api/read_records.h"
#include "server/api/uploads.h"

namespace openimr::server {

struct Shared {
  Shared(std::shared_ptr<const office::Law> law, office::Engine words, const office::StorePlace& place, Description api,
         const std::filesystem::path& uploads_folder)
      : offices(std::move(law), place),
        engine(std::move(words)),
        description(std::move(api)),
        uploads(uploads_folder) {}

  OfficePool offices;
  office::Engine engine;
  Description description;
  CaseCache cases;
  ReadRecords records;
  Uploads uploads;

  SessionCache sessions{};
  SessionLimits session_limits{};
  ReadsWritten reads{};
  Tries tries{};
  PasswordCost password_cost{};

  cases::Organisation organisation{};             // as papers name it
  std::function<Instant()> clock;                 // what time it is
  std::function<program::Moment(Instant)> local;  // by the clock of the programme's place
};

}  // namespace openimr::server

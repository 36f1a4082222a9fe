#include "sync/hub/http_io.h"

namespace vejviser::hub {

Request fromBeast(http::request<http::string_body>&& message) {
  Request request;
  request.method = std::string{message.method_string()};
  const std::string target{message.target()};
  const std::size_t mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  request.query = decodeForm(std::string_view{target}.substr(std::min(mark + 1, target.size())));
  for (const auto& field : message) {
    std::string name{field.name_string()};
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const auto [held, isNew] = request.headers.try_emplace(name, field.value());
    if (!isNew) held->second.append(", ").append(field.value());
  }
  request.body = std::move(message.body());
  return request;
}

http::response<http::string_body> toBeast(Response&& response, bool keepAlive) {
  http::response<http::string_body> message{static_cast<http::status>(response.status), 11};
  if (!response.contentType.empty()) message.set(http::field::content_type, response.contentType);
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keepAlive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  // A 304 has no body, and would say the length of the 200 in its place. Source: RFC 9110 §8.6.
  if (response.status == 304) message.erase(http::field::content_length);
  return message;
}

int statusOf(error_code why) {
  if (why == http::error::body_limit) return 413;
  if (why == http::error::header_limit) return 431;
  if (why == http::error::end_of_stream || why == http::error::partial_message) return 0;
  return why.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

}  // namespace vejviser::hub

package dev.followthrough.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The table of RFC 7396, appendix A, as far as a patch is an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':'b'}         | {'a':'c'}                   | {'a':'c'}",
        "{'a':'b'}         | {'b':'c'}                   | {'a':'b','b':'c'}",
        "{'a':'b'}         | {'a':null}                  | {}",
        "{'a':'b','b':'c'} | {'a':null}                  | {'b':'c'}",
        "{'a':['b']}       | {'a':'c'}                   | {'a':'c'}",
        "{'a':'c'}         | {'a':['b']}                 | {'a':['b']}",
        "{'a':{'b':'c'}}   | {'a':{'b':'d','c':null}}    | {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]} | {'a':[1]}                   | {'a':[1]}",
        "{'e':null}        | {'a':1}                     | {'e':null,'a':1}",
        "{}                | {'a':{'bb':{'ccc':null}}}   | {'a':{'bb':{}}}",
      },
      quoteCharacter = '`')
  void a_patch_is_merged_as_the_rfc_says(String target, String patch, String result)
      throws Exception {
    assertThat(MergePatch.merge(tree(target), tree(patch))).isEqualTo(tree(result));
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(String json) throws Exception {
    return JSON.readTree(json.replace('\'', '"'));
  }
}

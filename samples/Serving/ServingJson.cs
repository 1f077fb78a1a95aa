using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Serving;

#region json
/// <summary>How requests are read and answers are written, generated at compile time.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Flat[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ServingJson : JsonSerializerContext;
#endregion

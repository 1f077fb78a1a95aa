using System.Text.Json.Serialization;
using Serving;

var (file, options) = args is [var named, .. var rest] && !named.StartsWith('-') ? (named, rest) : ("flats.model", args);
if (!File.Exists(file))
{
    Console.WriteLine($"There is no {file} yet: it is fitted on made-up flats.");
    Training.Run(file);
}

#region serve
var model = FlatModel.Fitted.Load(file);

var builder = WebApplication.CreateSlimBuilder(options);
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServingJson.Default);
    json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a misspelt name would be a missing value
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    json.SerializerOptions.AllowDuplicateProperties = false;
});
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<Problems>();

var app = builder.Build();
app.UseExceptionHandler();
app.MapPost("/rent", double (Flat flat) => model.Predict(flat));
app.MapPost("/rents", double[] (Flat[] flats) => model.Predict(new Table<Flat>(flats)));
app.MapGet("/model", ModelManifest () => ModelManifest.Read(file));
app.Run();
#endregion

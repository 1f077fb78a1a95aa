using Serving;

string file = args is [var named, ..] && !named.StartsWith('-') ? named : "flats.model";
if (!File.Exists(file))
{
    Console.WriteLine($"There is no {file} yet: it is fitted on made-up flats.");
    Training.Run(file);
}

#region serve
var model = FlatModel.Fitted.Load(file);

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ServingJson.Default));
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

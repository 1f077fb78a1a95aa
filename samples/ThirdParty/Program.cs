using System.IO.Compression;
using System.Text;
using ThirdParty;

#region lens
// A class that cannot carry attributes: lenses say how to read a property, and how to make a changed copy.
var root = Lens.From(new ZLibCompressionOptions());
var level = new IntegerParameter<ZLibCompressionOptions, int>(
    root.Then("Level", options => options.CompressionLevel, (options, value) => new() { CompressionLevel = value, CompressionStrategy = options.CompressionStrategy }),
    new Bounds(0, 9));
var strategy = new Parameter<ZLibCompressionOptions, ZLibCompressionStrategy>(
    root.Then("Strategy", options => options.CompressionStrategy, (options, value) => new() { CompressionLevel = options.CompressionLevel, CompressionStrategy = value }));

var study = new Study<ZLibCompressionOptions>(level.Uniform(1, 9) * strategy.In(Enum.GetValues<ZLibCompressionStrategy>())) { Sampler = Sampler.Grid };
var smallest = study.Minimize(CompressedSize);
#endregion
var best = smallest.Best.Configuration;
Console.WriteLine($"{smallest.Best.Score} bytes at level {best.CompressionLevel} by {best.CompressionStrategy}, of {smallest.Trials.Count} combinations");

var search = new RandomizedSearch<FastTree>(FastTree.Space.All()) { Iterations = 8, Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Seed = 42 };
var result = search.Fit(Waves(600));
Console.WriteLine(result.Best);

static double CompressedSize(ZLibCompressionOptions options)
{
    byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"GET /items/{i * i % 977}?page={i % 7} {200 + (i % 31 == 0 ? 204 : 0)}")));
    using var target = new MemoryStream();
    using (var zlib = new ZLibStream(target, options, leaveOpen: true))
        zlib.Write(text);
    return target.Length;
}

static Dataset Waves(int rows)
{
    var random = Seed.Of(7).Stream();
    var x = new double[rows];
    var y = new double[rows];
    foreach (ref double value in x.AsSpan())
        value = 6 * random.NextDouble();
    foreach (ref double value in y.AsSpan())
        value = 6 * random.NextDouble();
    var features = FeatureMatrix.FromColumns(new FeatureNames("x", "y"), x, y);
    return new Dataset(features, Targets.Of([.. x.Zip(y, (a, b) => Math.Sin(a) * b)]));
}

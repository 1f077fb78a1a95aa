using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using TypedTune.Benchmarks.Metrics;
using TypedTune.Benchmarks.Serving;
using TypedTune.Benchmarks.Studies;

// dotnet run -c Release --project tests/TypedTune.Benchmarks -- studies, or -- scheduler
if (args is ["studies", .. var sizes])
{
    StudyCost.Run(sizes);
    return;
}

// dotnet run -c Release --project tests/TypedTune.Benchmarks -- metrics 1000000
if (args is ["metrics", var rows])
{
    MetricCost.Run(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

if (args is ["scheduler"])
{
    SchedulerCost.Run();
    return;
}

// dotnet run -c Release --project tests/TypedTune.Benchmarks -- requests http://127.0.0.1:5000/rent '{"area":52,"district":"Hill","heating":"gas"}'
if (args is ["requests", var address, var body])
{
    await RequestLoad.Run(new Uri(address), body, TimeSpan.FromSeconds(10));
    return;
}

// dotnet run -c Release --project tests/TypedTune.Benchmarks -- --filter '*Keystroke*'
// Optimised from the first call, as the compiler is in an editor: its package has code for the just-in-time compiler alone.
var job = Job.Default.WithEnvironmentVariable("DOTNET_TieredCompilation", "0");
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));

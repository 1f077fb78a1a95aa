using TypedTune;

var p = Options.Space;
#if MISTAKE
Grid<Options> grid = p.Size.In(1, 2, 3, 10);
#else
Grid<Options> grid = p.Size.In(1, 2, 3, 9);
#endif
var result = new Study<Options>(grid).Minimize(options => Math.Abs(options.Size - 3.25));
Console.WriteLine($"Best: {result.Best.Configuration}");

public sealed partial record Options
{
    [Hyperparameter(Min = 1, Max = 9)]
    public int Size { get; init; } = 1;
}

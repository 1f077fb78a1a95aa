namespace TypedTune.Benchmarks.Peers;

/// <summary>A library with a forest.</summary>
/// <typeparam name="TInput">A matrix as the library takes it.</typeparam>
/// <typeparam name="TForest">A grown forest.</typeparam>
internal interface IPeer<TInput, TForest>
{
    /// <summary>Brings a matrix into the library's form; not timed.</summary>
    TInput Prepare(Matrix matrix);

    /// <summary>Grows a forest.</summary>
    TForest Fit(TInput train);

    /// <summary>Predicts numbers, or classes.</summary>
    double[] Predict(TForest forest, TInput test);
}

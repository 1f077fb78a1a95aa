namespace TypedTune.Tests.Spaces;

public interface IEngine;
